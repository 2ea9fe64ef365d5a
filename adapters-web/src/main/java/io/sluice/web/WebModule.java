package io.sluice.web;

import com.google.inject.Binder;
import com.google.inject.Module;
import com.google.inject.Scopes;

/** The web: {@link WebAdapter}. */
public final class WebModule implements Module {

  @Override
  public void configure(Binder binder) {
    binder.bind(WebAdapter.class).in(Scopes.SINGLETON);
  }
}
