package io.goldenpath.settings.reader;

import io.goldenpath.settings.tls.TlsBundles;

/** What targets name, and what is written elsewhere. */
record References(Contracts contracts, TlsBundles bundles) {}
