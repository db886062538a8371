/** Access tokens: made, and verified. */
@NullMarked
package io.switchboard.security.internal.token;

import org.jspecify.annotations.NullMarked;
