/** The jars of {@code deploy/} as running bundles. */
@NullMarked
package io.switchboard.deployer.internal.bundles;

import org.jspecify.annotations.NullMarked;
