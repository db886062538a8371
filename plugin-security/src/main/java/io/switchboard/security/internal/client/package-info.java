/** Client applications and their secrets. */
@NullMarked
package io.switchboard.security.internal.client;

import org.jspecify.annotations.NullMarked;
