@NullMarked
package io.switchboard.deployer.internal.bundles;

import org.jspecify.annotations.NullMarked;
