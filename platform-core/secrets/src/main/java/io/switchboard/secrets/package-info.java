/**
 * The encrypted store of secrets of one hub, in its folder {@code data/secrets}.
 *
 * <p>{@code key} has 32 random bytes, and is made with the first secret. {@code secrets} is text in UTF-8: a first line
 * {@code switchboard-secrets 1}, then a line for each secret, sorted by name: name, time of the last change (ISO 8601, UTC), and the
 * sealed value in Base64, with tabs between. The value is sealed by AES-256-GCM with a random nonce of 12 bytes, which stands before the
 * ciphertext and its tag of 16 bytes; name and time go into the tag, so that no line can be put in the place of another. {@code lock} is
 * held while the file is rewritten. All of them have mode 0600, in a folder of mode 0700.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.switchboard.secrets;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
