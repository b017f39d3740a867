package io.goldenpath.cli.kept;

import java.net.URI;

/** Where the monitor of some settings is reached on its own machine. */
public interface OwnAddress {

  /** What answers whether the monitor itself is alive. */
  URI liveness();

  /** The status page, beneath which the API is; without a slash at its end. */
  URI home();
}
