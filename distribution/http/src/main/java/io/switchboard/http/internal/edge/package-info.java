/** What every request has to pass before any servlet sees it. */
@NullMarked
package io.switchboard.http.internal.edge;

import org.jspecify.annotations.NullMarked;
