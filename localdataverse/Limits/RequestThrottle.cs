using System;
using System.Collections.Concurrent;

namespace Dataverse.Local.Limits;

/// <summary>Lets the requests of each user in, or refuses them, as <see cref="ServiceProtection"/> says.</summary>
internal sealed class RequestThrottle
{
    private readonly ServiceProtection _limits;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<Guid, UserWindow> _users = new();

    public RequestThrottle(ServiceProtection limits, TimeProvider clock)
    {
        _limits = limits;
        _clock = clock;
    }

    /// <summary>
    /// The request is under way until the result is disposed; refused with Retry-After, it does not count.
    /// </summary>
    public IDisposable Admit(Guid user)
    {
        UserWindow window = Of(user);
        window.Begin(_clock.GetUtcNow());
        return new Admission(this, window);
    }

    /// <summary>What the user has left now.</summary>
    public Allowance Remaining(Guid user) => Of(user).Remaining(_clock.GetUtcNow());

    private UserWindow Of(Guid user) => _users.GetOrAdd(user, _ => new UserWindow(_limits));

    private sealed class Admission : IDisposable
    {
        private readonly RequestThrottle _throttle;
        private readonly UserWindow _window;
        private readonly DateTimeOffset _begun;

        public Admission(RequestThrottle throttle, UserWindow window)
        {
            _throttle = throttle;
            _window = window;
            _begun = throttle._clock.GetUtcNow();
        }

        public void Dispose() => _window.End(_begun, _throttle._clock.GetUtcNow());
    }
}
