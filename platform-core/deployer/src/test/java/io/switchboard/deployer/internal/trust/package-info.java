@NullMarked
package io.switchboard.deployer.internal.trust;

import org.jspecify.annotations.NullMarked;
