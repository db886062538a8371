/** Tests of the plugin through the doors that core and HTTP use. */
@NullMarked
package io.switchboard.security.internal;

import org.jspecify.annotations.NullMarked;
