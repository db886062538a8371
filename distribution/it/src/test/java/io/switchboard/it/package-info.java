/** The hub as it is shipped, started as a process, and asked as its users ask it. */
@NullMarked
package io.switchboard.it;

import org.jspecify.annotations.NullMarked;
