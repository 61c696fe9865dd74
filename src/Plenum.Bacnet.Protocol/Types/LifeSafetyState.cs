namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLifeSafetyState (clause 21): what a life safety object sees; 256..65535 are a vendor's.</summary>
public enum LifeSafetyState : ushort
{
    /// <summary>quiet</summary>
    Quiet = 0,
    /// <summary>pre-alarm</summary>
    PreAlarm = 1,
    /// <summary>alarm</summary>
    Alarm = 2,
    /// <summary>fault</summary>
    Fault = 3,
    /// <summary>fault-pre-alarm</summary>
    FaultPreAlarm = 4,
    /// <summary>fault-alarm</summary>
    FaultAlarm = 5,
    /// <summary>not-ready</summary>
    NotReady = 6,
    /// <summary>active</summary>
    Active = 7,
    /// <summary>tamper</summary>
    Tamper = 8,
    /// <summary>test-alarm</summary>
    TestAlarm = 9,
    /// <summary>test-active</summary>
    TestActive = 10,
    /// <summary>test-fault</summary>
    TestFault = 11,
    /// <summary>test-fault-alarm</summary>
    TestFaultAlarm = 12,
    /// <summary>holdup</summary>
    Holdup = 13,
    /// <summary>duress</summary>
    Duress = 14,
    /// <summary>tamper-alarm</summary>
    TamperAlarm = 15,
    /// <summary>abnormal</summary>
    Abnormal = 16,
    /// <summary>emergency-power</summary>
    EmergencyPower = 17,
    /// <summary>delayed</summary>
    Delayed = 18,
    /// <summary>blocked</summary>
    Blocked = 19,
    /// <summary>local-alarm</summary>
    LocalAlarm = 20,
    /// <summary>general-alarm</summary>
    GeneralAlarm = 21,
    /// <summary>supervisory</summary>
    Supervisory = 22,
    /// <summary>test-supervisory</summary>
    TestSupervisory = 23,
    /// <summary>non-default-mode</summary>
    NonDefaultMode = 24,
    /// <summary>oeo-unavailable</summary>
    OeoUnavailable = 25,
    /// <summary>oeo-alarm</summary>
    OeoAlarm = 26,
    /// <summary>oeo-phase1-recall</summary>
    OeoPhase1Recall = 27,
    /// <summary>oeo-evacuate</summary>
    OeoEvacuate = 28,
    /// <summary>oeo-unaffected</summary>
    OeoUnaffected = 29,
    /// <summary>test-oeo-unavailable</summary>
    TestOeoUnavailable = 30,
    /// <summary>test-oeo-alarm</summary>
    TestOeoAlarm = 31,
    /// <summary>test-oeo-phase1-recall</summary>
    TestOeoPhase1Recall = 32,
    /// <summary>test-oeo-evacuate</summary>
    TestOeoEvacuate = 33,
    /// <summary>test-oeo-unaffected</summary>
    TestOeoUnaffected = 34,
}
