/** The hooks of core: who calls, what they may do, what they may see. */
@NullMarked
package io.switchboard.security.internal.access;

import org.jspecify.annotations.NullMarked;
