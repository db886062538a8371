/** A partner's bundle with servlets of its own. */
@NullMarked
package io.switchboard.it.cards;

import org.jspecify.annotations.NullMarked;
