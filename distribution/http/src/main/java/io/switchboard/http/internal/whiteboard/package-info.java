/** Which services the server is shown. */
@NullMarked
package io.switchboard.http.internal.whiteboard;

import org.jspecify.annotations.NullMarked;
