@NullMarked
package io.switchboard.connector.http;

import org.jspecify.annotations.NullMarked;
