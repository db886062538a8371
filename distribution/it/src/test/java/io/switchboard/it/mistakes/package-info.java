/** A connector that declares nearly everything wrongly; a bundle of its own. */
@NullMarked
package io.switchboard.it.mistakes;

import org.jspecify.annotations.NullMarked;
