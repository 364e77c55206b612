import type { Result } from '#core/result.ts';
import type { Database } from '#client/storage/database/database.ts';
import type { DerivedKeys } from './deriveKeys.ts';
import { enrolPasskey, hasPasskey, type PasskeyError, passkeysWorkHere, removePasskey } from './passkey.ts';
import { addNextWrap, dropNextWrap, openByPassword, settleWrap } from './passwordWraps.ts';

/** What opens the data of an unlocked person: the password can be changed here, while its key is in memory. */
export type Keychain = {
  /** Whether this is the password that opens what is here. */
  readonly opensBy: (keys: DerivedKeys) => Promise<boolean>;
  /** Before the server is asked to take a new password: from here on either opens. */
  readonly addNext: (keys: DerivedKeys) => Promise<void>;
  readonly dropNext: () => Promise<void>;
  /** The server has taken it: only the new one opens. */
  readonly settle: (keys: DerivedKeys) => Promise<void>;
  /** Beside the password, where the platform offers it. */
  readonly passkey: {
    readonly isOffered: () => Promise<boolean>;
    readonly isEnrolled: () => Promise<boolean>;
    readonly enrol: () => Promise<Result<void, PasskeyError>>;
    readonly remove: () => Promise<void>;
  };
};

export function openKeychain(db: Database, dataKey: CryptoKey, person: { readonly name: string; readonly email: string }, onSettled: (keys: DerivedKeys) => void): Keychain {
  return {
    opensBy: async (keys) => typeof (await openByPassword(db, keys)) !== 'string',
    addNext: (keys) => addNextWrap(db, dataKey, keys),
    dropNext: () => dropNextWrap(db),
    settle: async (keys) => {
      await settleWrap(db, dataKey, keys);
      onSettled(keys);
    },
    passkey: {
      isOffered: passkeysWorkHere,
      isEnrolled: () => hasPasskey(db),
      enrol: () => enrolPasskey(db, dataKey, person),
      remove: () => removePasskey(db),
    },
  };
}
