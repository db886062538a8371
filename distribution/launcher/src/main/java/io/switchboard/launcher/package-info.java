/** The process: starts the framework with the bundles of {@code system/}, says when the hub is ready, stops it gracefully. */
@NullMarked
package io.switchboard.launcher;

import org.jspecify.annotations.NullMarked;
