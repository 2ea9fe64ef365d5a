package io.sluice.dist;

import com.google.inject.Binder;
import com.google.inject.Module;
import com.google.inject.Provider;
import io.sluice.cli.Server;
import io.sluice.web.WebAdapter;
import io.sluice.web.WebSettings;
import jakarta.inject.Inject;

/** What {@code sluice serve} serves is the web adapter; only here do the two adapters meet. */
final class ServerModule implements Module {

  @Override
  public void configure(Binder binder) {
    binder.bind(Server.class).toProvider(ServerProvider.class);
  }

  private static final class ServerProvider implements Provider<Server> {
    private final WebAdapter web;

    @Inject
    ServerProvider(WebAdapter web) {
      this.web = web;
    }

    @Override
    public Server get() {
      return (laboratory, place, out) ->
          web.serve(
              laboratory,
              new WebSettings(
                  place.storeUrl(), place.host(), place.port(), place.token(), place.maxCost()),
              out);
    }
  }
}
