/** The files of {@code etc/} as configurations. */
@NullMarked
package io.switchboard.deployer.internal.configuration;

import org.jspecify.annotations.NullMarked;
