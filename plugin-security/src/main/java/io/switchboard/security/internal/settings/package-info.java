/** How configurations are read, whatever they are about. */
@NullMarked
package io.switchboard.security.internal.settings;

import org.jspecify.annotations.NullMarked;
