/** Tests of the connector API. */
@NullMarked
package io.switchboard.connector;

import org.jspecify.annotations.NullMarked;
