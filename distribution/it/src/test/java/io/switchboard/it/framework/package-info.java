/** The bundles that are shipped, in a framework that these tests share with them. */
@NullMarked
package io.switchboard.it.framework;

import org.jspecify.annotations.NullMarked;
