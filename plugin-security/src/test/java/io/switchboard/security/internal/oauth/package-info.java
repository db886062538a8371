/** Tests. */
@NullMarked
package io.switchboard.security.internal.oauth;

import org.jspecify.annotations.NullMarked;
