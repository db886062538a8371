/** How one backend is asked. */
@NullMarked
package io.switchboard.backends.internal.client;

import org.jspecify.annotations.NullMarked;
