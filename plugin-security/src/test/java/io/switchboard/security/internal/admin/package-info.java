/** Tests. */
@NullMarked
package io.switchboard.security.internal.admin;

import org.jspecify.annotations.NullMarked;
