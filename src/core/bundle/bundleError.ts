/** Why a file is not taken. Nothing of it is stored then, and nothing that was here changes. */
export type BundleError =
  /** Something else: a picture, a text, an empty file. */
  | { readonly type: 'not-a-bundle' }
  /** Made by a build that writes a later format. */
  | { readonly type: 'newer-format' }
  /** It ends too early: the copy was cut. */
  | { readonly type: 'cut' }
  /** A byte differs from what was written, or pieces were swapped, repeated or taken away. */
  | { readonly type: 'damaged' }
  | { readonly type: 'wrong-passphrase' }
  /** Of a visit whose key is not on this tablet. */
  | { readonly type: 'no-visit-key' }
  /** For whoever runs the installation; a tablet cannot open it. */
  | { readonly type: 'recovery-only' };
