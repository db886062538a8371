@NullMarked
package io.switchboard.deployer.internal.configuration;

import org.jspecify.annotations.NullMarked;
