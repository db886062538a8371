/** The rules of the house, over all modules together. */
@NullMarked
package io.switchboard.architecture;

import org.jspecify.annotations.NullMarked;
