package fr.ecolhuma.etreprof.api.edge.pace;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** Makes the connections {@link PacedChannel}s. */
final class PacedEndpoint extends NioEndpoint {

    private @Nullable PaceSettings settings;

    void setPace(PaceSettings settings) {
        this.settings = settings;
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return settings == null || isSSLEnabled()
                ? super.createChannel(buffers)
                : new PacedChannel(buffers, new Pace(settings));
    }
}
