package io.switchboard.bench.jetty;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.switchboard.bench.customer.Customer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers who has a token with the record. */
final class CustomerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String BEARER = "Bearer ";

    private final transient CheckedTokens tokens;
    private final transient ObjectMapper json;
    private final transient Customer customer;

    CustomerServlet(CheckedTokens tokens, ObjectMapper json, Customer customer) {
        this.tokens = tokens;
        this.json = json;
        this.customer = customer;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String header = request.getHeader("Authorization");
        if (header == null || !header.startsWith(BEARER) || !tokens.good(header.substring(BEARER.length()))) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        byte[] body = json.writeValueAsBytes(customer);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
