/** A bundle with a servlet, and a filter that stands before what is not its own. */
@NullMarked
package io.switchboard.it.snoop;

import org.jspecify.annotations.NullMarked;
