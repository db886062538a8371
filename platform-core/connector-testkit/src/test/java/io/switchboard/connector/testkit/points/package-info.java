/** A connector with a table of its own, that tells of what it changes: the one of the documentation. */
@NullMarked
package io.switchboard.connector.testkit.points;

import org.jspecify.annotations.NullMarked;
