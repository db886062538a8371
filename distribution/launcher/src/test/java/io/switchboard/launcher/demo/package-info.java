@NullMarked
package io.switchboard.launcher.demo;

import org.jspecify.annotations.NullMarked;
