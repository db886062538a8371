/** How the plugin works with its store. */
@NullMarked
package io.switchboard.security.internal.store;

import org.jspecify.annotations.NullMarked;
