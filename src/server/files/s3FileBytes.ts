import { createHash } from 'node:crypto';
import { DeleteObjectsCommand, GetObjectCommand, HeadBucketCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { ObjectStore } from '#server/settings.ts';
import type { FileBytes, FileName } from './fileBytes.ts';
import { FilesUnavailable } from './filesUnavailable.ts';
import { pieceKey } from './pieceKey.ts';

/** Of one try; the SDK tries a failed one again. */
const CONNECT_MS = 5_000;
const ANSWER_MS = 20_000;
const TRIES = 3;
/** Of a whole call, its tries and the reading of its body. */
const CALL_MS = 60_000;

/**
 * Pieces as objects of an S3-compatible store. Credentials are found as the SDK does everywhere (environment, profile, role).
 * Asks for the bucket once: a wrong one is known before anybody uploads.
 */
export async function openS3FileBytes({ bucket, prefix, region, endpoint, forcePathStyle }: ObjectStore): Promise<FileBytes> {
  const client = new S3Client({
    region, forcePathStyle, maxAttempts: TRIES, requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS },
    // Newer checksums than MD5 are not known to every compatible store.
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint === undefined ? {} : { endpoint }),
  });
  const at = (file: FileName, piece: string) => ({ Bucket: bucket, Key: `${prefix}${pieceKey(file, piece)}` });
  const call = async <T>(work: (options: { readonly abortSignal: AbortSignal }) => Promise<T>): Promise<T> => {
    try {
      return await work({ abortSignal: AbortSignal.timeout(CALL_MS) });
    } catch (error) {
      throw new FilesUnavailable(`the object store failed: ${error instanceof Error ? error.name : String(error)}`, { cause: error });
    }
  };
  const check = async (): Promise<void> => {
    await call((options) => client.send(new HeadBucketCommand({ Bucket: bucket }), options));
  };
  await check();
  return {
    check,
    async write(file, piece, bytes) {
      // Checked there: what was damaged on the way is not taken.
      const target = at(file, piece);
      const ContentMD5 = createHash('md5').update(bytes).digest('base64');
      await call((options) => client.send(new PutObjectCommand({ ...target, Body: bytes, ContentLength: bytes.length, ContentMD5 }), options));
    },
    async read(file, piece) {
      const target = at(file, piece);
      return call(async (options) => {
        try {
          const { Body } = await client.send(new GetObjectCommand(target), options);
          return await Body?.transformToByteArray();
        } catch (error) {
          if (error instanceof NoSuchKey) return undefined;
          throw error;
        }
      });
    },
    async drop(file, pieces) {
      if (pieces.length === 0) return;
      const Objects = pieces.map((piece) => ({ Key: at(file, piece).Key }));
      await call((options) => client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }), options));
    },
  };
}
