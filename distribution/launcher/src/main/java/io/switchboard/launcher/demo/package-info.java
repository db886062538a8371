/** {@code switchboard demo}: a chatbot's visit to a running hub, over REST like anybody else's. */
@NullMarked
package io.switchboard.launcher.demo;

import org.jspecify.annotations.NullMarked;
