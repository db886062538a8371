/** The servlets, and where they stand on the HTTP whiteboard. */
@NullMarked
package io.switchboard.rest.internal.door;

import org.jspecify.annotations.NullMarked;
