@NullMarked
package io.switchboard.connector.event;

import org.jspecify.annotations.NullMarked;
