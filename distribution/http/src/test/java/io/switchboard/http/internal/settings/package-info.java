/** Tests of the parts. */
@NullMarked
package io.switchboard.http.internal.settings;

import org.jspecify.annotations.NullMarked;
