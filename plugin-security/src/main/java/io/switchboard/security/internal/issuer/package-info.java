/** Tokens of other issuers: which are trusted, where their keys come from, and what their tokens say to the hub. */
@NullMarked
package io.switchboard.security.internal.issuer;

import org.jspecify.annotations.NullMarked;
