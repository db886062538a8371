/** What is deployed in the comparison of deployments. */
@NullMarked
package io.switchboard.bench.probe.internal;

import org.jspecify.annotations.NullMarked;
