/** What partners put on the whiteboard themselves: who is let in to it, and what it is given of a request. */
@NullMarked
package io.switchboard.rest.internal.partner;

import org.jspecify.annotations.NullMarked;
