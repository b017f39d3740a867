package io.goldenpath.settings.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.config.ConfigDataEnvironmentUpdateListener;
import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataResource;
import org.springframework.boot.context.config.StandardConfigDataResource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

/** Property sources with their files read anew, strongest first, and those files or directories. */
record FreshPropertySources(MutablePropertySources sources, Set<Path> files) {

  static FreshPropertySources of(ConfigurableEnvironment environment) {
    StandardEnvironment fresh = new StandardEnvironment();
    MutablePropertySources sources = fresh.getPropertySources();
    sources.stream().map(PropertySource::getName).toList().forEach(sources::remove);
    environment.getPropertySources().stream()
        .filter(source -> !fromFile(source))
        .filter(
            source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source))
        .forEach(sources::addLast);
    FilesRead files = new FilesRead(new TreeSet<>());
    ConfigDataEnvironmentPostProcessor.applyTo(
        fresh, new DefaultResourceLoader(), new DefaultBootstrapContext(), List.of(), files);
    return new FreshPropertySources(sources, files.all());
  }

  private static boolean fromFile(PropertySource<?> source) {
    return source instanceof OriginTrackedMapPropertySource
        || source instanceof ConfigTreePropertySource;
  }

  private record FilesRead(Set<Path> all) implements ConfigDataEnvironmentUpdateListener {

    @Override
    public void onPropertySourceAdded(
        PropertySource<?> source,
        @Nullable ConfigDataLocation location,
        @Nullable ConfigDataResource resource) {
      if (source instanceof ConfigTreePropertySource tree) {
        all.add(tree.getSource());
      } else if (resource instanceof StandardConfigDataResource standard
          && standard.getResource() != null
          && standard.getResource().isFile()) {
        try {
          all.add(standard.getResource().getFile().toPath());
        } catch (IOException _) {
          // a resource without a path cannot change
        }
      }
    }
  }
}
