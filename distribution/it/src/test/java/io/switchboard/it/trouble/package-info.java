/** A connector that does what none may do; a bundle of its own. */
@NullMarked
package io.switchboard.it.trouble;

import org.jspecify.annotations.NullMarked;
