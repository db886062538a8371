/** Tests of the parts. */
@NullMarked
package io.switchboard.http.internal.edge;

import org.jspecify.annotations.NullMarked;
