// npx tsx test/house/printCatalogue.ts: writes the op catalogue into PROTOCOL.md between its marks.
import { writeFileSync } from 'node:fs';
import { catalogueTable } from './catalogueTable.ts';
import { catalogueIn, PROTOCOL_PATH, readProtocol, withCatalogue } from './protocolText.ts';

const protocol = readProtocol();
if (catalogueIn(protocol) === undefined) throw new Error('PROTOCOL.md has no block between <!-- catalogue --> and <!-- /catalogue -->');
writeFileSync(PROTOCOL_PATH, withCatalogue(protocol, catalogueTable()));
