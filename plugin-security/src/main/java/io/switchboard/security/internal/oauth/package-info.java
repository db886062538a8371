/** The OAuth 2.0 endpoints. */
@NullMarked
package io.switchboard.security.internal.oauth;

import org.jspecify.annotations.NullMarked;
