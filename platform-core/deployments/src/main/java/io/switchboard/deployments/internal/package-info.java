/** What core and the deployer are to each other. */
@NullMarked
package io.switchboard.deployments.internal;

import org.jspecify.annotations.NullMarked;
