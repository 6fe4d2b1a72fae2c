package pokemon.cli.option;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What commands and their groups of options use of picocli's model of the command. */
public interface CommandAccess {
    CommandSpec command();

    /** Returns the writer for results. */
    default PrintWriter out() {
        return command().commandLine().getOut();
    }

    /** Returns the writer for everything else. */
    default PrintWriter err() {
        return command().commandLine().getErr();
    }

    /** Returns the exception for invalid arguments. */
    default ParameterException usageError(String message) {
        return new ParameterException(command().commandLine(), message);
    }
}
