/** What the packages of the plugin share. */
@NullMarked
package io.switchboard.security.internal;

import org.jspecify.annotations.NullMarked;
