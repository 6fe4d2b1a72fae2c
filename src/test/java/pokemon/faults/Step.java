package pokemon.faults;

import java.io.IOException;
import java.time.Duration;
import pokemon.faults.rows.process.ChildProtocol;

/** One thing a server does on a connection once it has read a request. */
public sealed interface Step {

    /** Does it. Returns when the next step may follow. */
    void playOn(ChildProtocol wire) throws IOException;

    /** Tells whether no other step can follow. */
    default boolean isEnding() {
        return false;
    }

    /** Sends the bytes at once. */
    @SuppressWarnings("ArrayRecordComponent") // steps are written down and played, never compared
    record Send(byte[] bytes) implements Step {
        @Override
        public void playOn(ChildProtocol wire) throws IOException {
            wire.send(bytes);
        }
    }

    /** Sends the bytes again and again until the client goes away. */
    @SuppressWarnings("ArrayRecordComponent") // steps are written down and played, never compared
    record SendForever(byte[] bytes) implements Step {
        /** Refuses the empty block, which would spin without a client ever ending it. */
        public SendForever {
            if (bytes.length == 0) {
                throw new IllegalArgumentException("an endless body needs at least one byte");
            }
        }

        @Override
        @SuppressWarnings("InfiniteLoopStatement") // ended by the exception of a closed socket
        public void playOn(ChildProtocol wire) throws IOException {
            while (true) {
                wire.send(bytes);
            }
        }

        @Override
        public boolean isEnding() {
            return true;
        }
    }

    /** Sends the bytes one at a time with a pause between them. */
    @SuppressWarnings("ArrayRecordComponent") // steps are written down and played, never compared
    record Drip(byte[] bytes, Duration between) implements Step {
        @Override
        public void playOn(ChildProtocol wire) throws IOException {
            for (int i = 0; i < bytes.length; i++) {
                if (i > 0) {
                    wire.pause(between);
                }
                wire.send(new byte[] {bytes[i]});
            }
        }
    }

    /** Reads the next request of the connection and drops it uncounted. */
    record DropNextRequest() implements Step {
        @Override
        public void playOn(ChildProtocol wire) throws IOException {
            wire.dropRequest();
        }
    }

    /** Carries bytes between the client and a port of this machine until both have ended. */
    record Tunnel(int loopbackPort) implements Step {
        @Override
        public void playOn(ChildProtocol wire) throws IOException {
            wire.tunnelTo(loopbackPort);
        }

        @Override
        public boolean isEnding() {
            return true;
        }
    }

    /** Sends nothing until the client closes or the server is closed. */
    record Stall() implements Step {
        @Override
        public void playOn(ChildProtocol wire) throws IOException {
            wire.awaitPeerEnd();
        }

        @Override
        public boolean isEnding() {
            return true;
        }
    }

    /** Ends the connection in order, with a FIN. */
    record Close() implements Step {
        @Override
        public void playOn(ChildProtocol wire) throws IOException {
            wire.finish();
        }

        @Override
        public boolean isEnding() {
            return true;
        }
    }

    /** Breaks the connection with an RST. */
    record Reset() implements Step {
        @Override
        public void playOn(ChildProtocol wire) throws IOException {
            wire.reset();
        }

        @Override
        public boolean isEnding() {
            return true;
        }
    }

    /** Says that the response is complete: the next request of the connection is read and answered. */
    record KeepAlive() implements Step {
        @Override
        public void playOn(ChildProtocol wire) {
            // Nothing to send: the connection goes on to the next request by itself.
        }

        @Override
        public boolean isEnding() {
            return true;
        }
    }
}
