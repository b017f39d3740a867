/** What a check runs: probes of the settings, one after the other, without schedule and server. */
@NullMarked
package io.goldenpath.cli.check;

import org.jspecify.annotations.NullMarked;
