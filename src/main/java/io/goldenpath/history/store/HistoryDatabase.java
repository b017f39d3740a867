package io.goldenpath.history.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An open database of the present schema. Whoever opens it closes it. */
final class HistoryDatabase implements AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(HistoryDatabase.class);
  private static final String SCHEMA = "goldenpath";
  private static final Set<MigrationState> NEWER =
      EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);
  private static final int MAX_CONNECTIONS = 4;
  private static final long LEAST_SPACE = 1 << 20;
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration QUERY = Duration.ofSeconds(5);

  /** Longer than a query may take: it ends what the server itself does not end. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private static final Duration MIGRATION = Duration.ofHours(1);

  private final DatabaseAddress address;
  private final HikariDataSource pool;
  private final JdbcTemplate template;
  private final TransactionTemplate transactions;

  private HistoryDatabase(DatabaseAddress address, HikariDataSource pool) {
    this.address = address;
    this.pool = pool;
    this.template = new JdbcTemplate(pool);
    template.setQueryTimeout((int) QUERY.toSeconds());
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  /** Brings the schema up to date; throws where the database cannot be reached or read. */
  static HistoryDatabase open(DatabaseAddress address) {
    address.file().ifPresent(HistoryDatabase::requireSpace);
    HikariDataSource pool = new HikariDataSource(configuration(address));
    HistoryDatabase database = new HistoryDatabase(address, pool);
    try {
      migrate(address.embedded() ? pool : migrationSource(address));
      return database;
    } catch (RuntimeException failure) {
      database.abandon();
      throw failure;
    }
  }

  private static void migrate(DataSource source) {
    Flyway flyway =
        Flyway.configure()
            .dataSource(source)
            .locations("classpath:db/history")
            .defaultSchema(SCHEMA)
            .createSchemas(true)
            .load();
    MigrationInfoService schema = flyway.info();
    refuseNewer(schema);
    if (schema.current() != null && schema.pending().length > 0) {
      logger.info(
          "The history's tables are brought up to date. With millions of runs that takes minutes;"
              + " finished runs wait for it within bounds");
    }
    flyway.migrate();
  }

  /** Flyway itself would go on, and rows would be written that the newer monitor cannot read. */
  private static void refuseNewer(MigrationInfoService schema) {
    for (MigrationInfo applied : schema.applied()) {
      if (NEWER.contains(applied.getState())) {
        throw new IllegalStateException(
            "a newer monitor has changed its tables (to version %s); start that one again, or go back to a backup from before"
                .formatted(applied.getVersion()));
      }
    }
  }

  /** An index of millions of rows takes longer than any other statement may. */
  private static DataSource migrationSource(DatabaseAddress address) {
    Properties properties = postgres();
    properties.setProperty("user", address.username());
    properties.setProperty("password", address.password().reveal());
    properties.setProperty("socketTimeout", String.valueOf(MIGRATION.toSeconds()));
    return new DriverManagerDataSource(address.url(), properties);
  }

  /** H2 moves what is in its file to compact it; on a full disk that damages it. */
  private static void requireSpace(Path file) {
    Path folder = file.getParent();
    try {
      if (folder != null
          && Files.isDirectory(folder)
          && Files.getFileStore(folder).getUsableSpace() < LEAST_SPACE) {
        throw new IOException("No space left on device: less than 1 MB is free");
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  JdbcTemplate template() {
    return template;
  }

  TransactionTemplate transactions() {
    return transactions;
  }

  /** What is committed is in the file, where this is H2, which would write it a moment later. */
  void flush() {
    if (address.embedded()) {
      template.execute("CHECKPOINT");
    }
  }

  /** Writes what is in memory, where this is H2; never fails. */
  @Override
  public void close() {
    close("SHUTDOWN");
  }

  /** Writes nothing more: something has failed, and the next to open it finds what was written. */
  void abandon() {
    close("SHUTDOWN IMMEDIATELY");
  }

  private void close(String shutdown) {
    if (address.embedded()) {
      try {
        template.execute(shutdown);
      } catch (DataAccessException _) {
        // it has closed itself already
      }
    }
    pool.close();
  }

  private static HikariConfig configuration(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("history");
    config.setJdbcUrl(address.url());
    config.setUsername(address.username());
    config.setPassword(address.password().reveal());
    config.setMaximumPoolSize(MAX_CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT.toMillis());
    config.setInitializationFailTimeout(CONNECT.toMillis());
    if (!address.embedded()) {
      config.setDataSourceProperties(postgres());
    }
    return config;
  }

  private static Properties postgres() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "golden-path-monitor");
    properties.setProperty("connectTimeout", String.valueOf(CONNECT.toSeconds()));
    properties.setProperty("loginTimeout", String.valueOf(CONNECT.toSeconds()));
    properties.setProperty("socketTimeout", String.valueOf(SILENCE.toSeconds()));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    return properties;
  }
}
